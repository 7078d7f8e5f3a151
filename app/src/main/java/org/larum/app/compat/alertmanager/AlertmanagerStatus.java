package org.larum.app.compat.alertmanager;

import java.time.Instant;
import java.util.List;

/** What {@code amtool cluster show} and {@code amtool config} read. */
record AlertmanagerStatus(Cluster cluster, VersionInfo versionInfo, Config config, Instant uptime) {

    record Cluster(String status, List<String> peers) {}

    record VersionInfo(
            String version, String revision, String branch, String buildUser, String buildDate, String goVersion) {}

    record Config(String original) {}

    // Dashboards choose by version how to speak; this is the API level that is imitated.
    private static final VersionInfo VERSION = new VersionInfo("0.28.0", "larum", "larum", "", "", "");

    /** {@code receiver}: a word of the configuration, so it needs no more than quotes in YAML. */
    static AlertmanagerStatus since(Instant start, String receiver) {
        var name = '"' + receiver.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        var config = "route:\n  receiver: %s\nreceivers:\n- name: %s\n".formatted(name, name);
        return new AlertmanagerStatus(new Cluster("disabled", List.of()), VERSION, new Config(config), start);
    }
}
