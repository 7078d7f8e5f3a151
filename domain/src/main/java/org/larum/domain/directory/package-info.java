/**
 * The organisation: people, teams, services, integrations and channels, each defined as a whole, in versions.
 * Speaks {@link org.larum.domain.directory.DirectoryEvent}. Never holds a secret or an unsealed personal field.
 */
@NullMarked
package org.larum.domain.directory;

import org.jspecify.annotations.NullMarked;
