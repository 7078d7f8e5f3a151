/** An example organisation, a scripted outage and a mail server of its own, so that a newcomer sees the river run. */
@NullMarked
package org.larum.app.demo;

import org.jspecify.annotations.NullMarked;
