/** Who may do what: accounts, sessions, tokens, seals and secrets. */
@NullMarked
package org.larum.app.security;

import org.jspecify.annotations.NullMarked;
