/** Text messages by the gateway of the country, calls by Twilio: what is short, what is spoken, and what their answers mean. */
@NullMarked
package org.larum.notifiers.telephone;

import org.jspecify.annotations.NullMarked;
