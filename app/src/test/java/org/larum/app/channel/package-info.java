/** Tests of how channels do. */
@NullMarked
package org.larum.app.channel;

import org.jspecify.annotations.NullMarked;
