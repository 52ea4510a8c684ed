/** Benchmarks: plain programs that measure a thing of ours against what it stands on, in the same run. */
@NullMarked
package dev.tightrope.benchmarks;

import org.jspecify.annotations.NullMarked;
