/** Text messages and calls, by an account with Twilio: what is short, what is spoken, and what the provider's answers mean. */
@NullMarked
package org.larum.notifiers.telephone;

import org.jspecify.annotations.NullMarked;
