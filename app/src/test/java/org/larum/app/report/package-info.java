@NullMarked
package org.larum.app.report;

import org.jspecify.annotations.NullMarked;
