/**
 * Views of the inbox that people keep: a name, a filter and an order, for oneself or for a team; which of them somebody begins with.
 * They are no events: nothing is decided by them, and nobody asks later who looked at what.
 */
@NullMarked
package org.larum.app.api.view;

import org.jspecify.annotations.NullMarked;
