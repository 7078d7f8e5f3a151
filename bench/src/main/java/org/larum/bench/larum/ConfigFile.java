package org.larum.bench.larum;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration file in the making; each section is a map of one line an entry. */
public final class ConfigFile {

    /** One integration for each way in; at least 32 characters. */
    public static final String NATIVE_KEY = "native-key-of-the-bench-with-32-characters";

    public static final String ALERTMANAGER_KEY = "alertmanager-key-of-the-bench-with-32-chars";
    public static final String SECRET = "the-secret-of-the-bench-with-32-characters";

    private final List<String> people = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> policies = new ArrayList<>();
    private final List<String> integrations = new ArrayList<>();
    private final List<String> webhooks = new ArrayList<>();
    private String email = "";

    public ConfigFile() {
        service("fallback", null);
        integration("native", "native", NATIVE_KEY);
        integration("prometheus", "alertmanager", ALERTMANAGER_KEY);
    }

    public ConfigFile person(String word) {
        people.add(word + ": {name: " + word + ", email: " + word + "@example.test}");
        return this;
    }

    /** {@code policy}: whom to tell when nobody answers, or nobody. */
    public ConfigFile service(String word, @Nullable String policy) {
        services.add(word + ": {name: " + word + (policy == null ? "" : ", policy: " + policy) + "}");
        return this;
    }

    /** One that does not work without the others. */
    public ConfigFile service(String word, String policy, List<String> needs) {
        services.add(
                word + ": {name: " + word + ", policy: " + policy + ", dependsOn: [" + String.join(", ", needs) + "]}");
        return this;
    }

    /** {@code steps}: such as {@code {notify: ["person:ada"], wait: 5s}}. */
    public ConfigFile policy(String word, String... steps) {
        policies.add(word + ": {steps: [" + String.join(", ", steps) + "]}");
        return this;
    }

    public ConfigFile integration(String word, String type, String key) {
        integrations.add(word + ": {type: " + type + ", key: " + key + ", service: fallback}");
        return this;
    }

    public ConfigFile webhook(String word, String url) {
        webhooks.add(word + ": {url: \"" + url + "\", secret: " + SECRET + "}");
        return this;
    }

    public ConfigFile mail(int port) {
        email = "  email: {host: 127.0.0.1, port: " + port + ", from: larum@example.test, encryption: none}\n";
        return this;
    }

    public String text() {
        var text = new StringBuilder();
        section(text, "people", people, "  ");
        section(text, "services", services, "  ");
        section(text, "policies", policies, "  ");
        section(text, "integrations", integrations, "  ");
        if (!webhooks.isEmpty() || !email.isEmpty()) {
            text.append("channels:\n").append(email);
            if (!webhooks.isEmpty()) {
                section(text, "  webhooks", webhooks, "    ");
            }
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<String> lines, String indent) {
        if (!lines.isEmpty()) {
            text.append(name).append(":\n");
            lines.forEach(line -> text.append(indent).append(line).append('\n'));
        }
    }
}
