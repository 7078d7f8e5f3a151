/** What comes by itself: once a quarter, whoever was paged is asked whether it was worth it. */
@NullMarked
package org.larum.app.feedback;

import org.jspecify.annotations.NullMarked;
