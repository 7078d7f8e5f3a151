/**
 * What comes back from telephones: an answer by a digit in a message or by a key in a call, and what became of what was sent. Nothing
 * is believed that the provider has not signed.
 */
@NullMarked
package org.larum.app.telephone;

import org.jspecify.annotations.NullMarked;
