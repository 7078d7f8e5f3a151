/** Tests of whether Larum can reach whoever asks. */
@NullMarked
package org.larum.app.api.me;

import org.jspecify.annotations.NullMarked;
