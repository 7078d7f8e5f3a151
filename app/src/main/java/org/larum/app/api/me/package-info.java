/**
 * Whether Larum can reach whoever asks, and what they may change about it themselves: their ways, their quiet hours, their number and
 * their zone, and nothing else of them.
 */
@NullMarked
package org.larum.app.api.me;

import org.jspecify.annotations.NullMarked;
