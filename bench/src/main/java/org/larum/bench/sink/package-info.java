/** Where messages arrive: a web server and a mail server that remember what came and when. */
@NullMarked
package org.larum.bench.sink;

import org.jspecify.annotations.NullMarked;
