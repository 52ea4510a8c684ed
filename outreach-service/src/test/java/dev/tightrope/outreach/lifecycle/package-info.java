/** The life cycle against its documentation and against the rules that may never break. */
package dev.tightrope.outreach.lifecycle;
