@NullMarked
package org.larum.app.api.view;

import org.jspecify.annotations.NullMarked;
