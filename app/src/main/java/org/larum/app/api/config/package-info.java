/** stub until merge */
@org.jspecify.annotations.NullMarked
package org.larum.app.api.config;
