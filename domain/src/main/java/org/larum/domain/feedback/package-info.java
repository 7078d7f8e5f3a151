/**
 * What people say of it afterwards: whether a page was worth being woken for, and how an incident went. Hears nothing; speaks {@link
 * org.larum.domain.feedback.FeedbackEvent}. How comments are sorted and joined is worked out when they are read, so that better words
 * sort all of them anew.
 */
@NullMarked
package org.larum.domain.feedback;

import org.jspecify.annotations.NullMarked;
