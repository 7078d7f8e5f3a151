/**
 * The organisation as a file: read whole, compared with what is in use, applied whole or not at all.
 * Speaks {@link org.larum.domain.directory.DirectoryCommand}. Never shows a secret, not even in a mistake.
 */
@NullMarked
package org.larum.app.api.config;

import org.jspecify.annotations.NullMarked;
