/** Messages in the words of the house: templates, what stands in them, and what they may not do. */
@NullMarked
package org.larum.app.template;

import org.jspecify.annotations.NullMarked;
