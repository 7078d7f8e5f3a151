/**
 * The webhook of Alertmanager, and the words that both doors for its alerts share: what an alert's labels and
 * annotations mean to us, and which alerts are one. Never answers 4xx for our own trouble, for Alertmanager then drops
 * the alert.
 */
@NullMarked
package org.larum.app.intake.alertmanager;

import org.jspecify.annotations.NullMarked;
