/** Major incidents: who does what, where they meet, what is to be done, and when stakeholders hear next. */
@NullMarked
package org.larum.projections.major;

import org.jspecify.annotations.NullMarked;
