/**
 * Alertmanager's API v2 under a base address that holds the key, so that Prometheus can send to Larum directly and
 * amtool can read what is open. Silences are none: Larum has its own.
 */
@NullMarked
package org.larum.app.compat.alertmanager;

import org.jspecify.annotations.NullMarked;
