/** What stands behind a push: the devices of people, the key of the house, and what devices say of what they have shown. */
@NullMarked
package org.larum.app.push;

import org.jspecify.annotations.NullMarked;
