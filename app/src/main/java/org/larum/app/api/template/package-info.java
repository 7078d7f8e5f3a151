/** What messages would say in the words of the house, over HTTP. */
@NullMarked
package org.larum.app.api.template;

import org.jspecify.annotations.NullMarked;
