/** What notifiers ask of the rest: whether a page is still wanted, what to say in it, how somebody is reached. */
@NullMarked
package org.larum.app.delivery;

import org.jspecify.annotations.NullMarked;
