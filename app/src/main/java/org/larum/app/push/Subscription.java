package org.larum.app.push;

import tools.jackson.databind.json.JsonMapper;

/** How one browser takes messages, as it says itself; {@code name}: what its person sees it called. It lies sealed in the log. */
public record Subscription(String name, String endpoint, String key, String auth) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        return JSON.writeValueAsString(this);
    }

    static Subscription read(String text) {
        return JSON.readValue(text, Subscription.class);
    }

    /** Whoever knows it can send to the device. */
    @Override
    public String toString() {
        return "Subscription[" + name + "]";
    }
}
