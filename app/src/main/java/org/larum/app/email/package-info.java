/** What comes back by mail: people answer the mails that Larum sent them. */
@NullMarked
package org.larum.app.email;

import org.jspecify.annotations.NullMarked;
