/** What comes by itself: drafts of reviews, made from the timeline, and reminders of actions that are late. */
@NullMarked
package org.larum.app.postmortem;

import org.jspecify.annotations.NullMarked;
