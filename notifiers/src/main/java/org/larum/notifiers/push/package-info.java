/** Messages to the browsers of a person by Web Push: what is said in 3 KB, sealed for one device, and signed by the house. */
@NullMarked
package org.larum.notifiers.push;

import org.jspecify.annotations.NullMarked;
