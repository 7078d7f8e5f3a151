/** Who is on call over HTTP, at any instant and over a time; worked out by the room schedule and only put into words here. */
@NullMarked
package org.larum.app.api.schedule;

import org.jspecify.annotations.NullMarked;
