package org.larum.bench.steady;

import org.larum.bench.alerts.Detections;
import org.larum.bench.larum.ConfigFile;
import org.larum.bench.load.Shot;

/** Which service an alert names, so that exactly one in fifty opens an incident and the others join one that exists. */
final class Ticket {

    static final int IN_ONE_INCIDENT = 50;

    private Ticket() {}

    static boolean opens(long number) {
        return number % IN_ONE_INCIDENT == 0;
    }

    /** The first alert of fifty opens; those after it join the incident before, which has long been open. */
    static String service(String prefix, long number) {
        long incident = number / IN_ONE_INCIDENT;
        return prefix + (opens(number) ? incident + 1 : incident);
    }

    static Shot shot(String prefix, long number, long intended) {
        return Detections.trigger(
                ConfigFile.NATIVE_KEY, prefix + "-" + number, service(prefix, number), number, intended);
    }

    /** The number of the alert that opened the incident of a service, or -1 when it is of another stretch. */
    static long opener(String prefix, String service) {
        return service.startsWith(prefix)
                ? (Long.parseLong(service.substring(prefix.length())) - 1) * IN_ONE_INCIDENT
                : -1;
    }
}
