/** Outreaches over REST and by the events of the other services, on a real database and broker. */
package dev.tightrope.outreach.outreach;
