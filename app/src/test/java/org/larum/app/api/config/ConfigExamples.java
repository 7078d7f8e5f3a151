package org.larum.app.api.config;

import java.util.List;
import org.larum.domain.directory.PersonId;

/** A right file, and the parts that the tests break. */
final class ConfigExamples {

    static final String KEY = "key-of-prometheus-0123456789abcdef0123";
    static final String OTHER_KEY = "key-of-the-pager-0123456789abcdef0123";
    static final String PASSWORD = "canary password of the mail server";
    static final String SECRET = "canary-secret-of-the-webhook";

    /** None of these may ever be shown. */
    static final List<String> SECRETS = List.of(KEY, OTHER_KEY, PASSWORD, SECRET);

    static final String FILE = """
            people:
              ada: {name: Ada Lovelace, email: ada@example.test, timeZone: Europe/London, administrator: true}
              grace:
                name: Grace Hopper
            teams:
              payments: {name: Payments, members: [ada, grace]}
            services:
              checkout:
                name: Checkout
                team: payments
                criticality: high
                policy: payments-oncall
                runbook: "https://wiki.example.test/checkout?page=1"
              search: {name: Search}
            policies:
              payments-oncall:
                repeat: 2
                steps:
                  - {notify: ["person:ada"], wait: 5m}
                  - {notify: ["person:grace", "webhook:audit"], wait: 1h30m}
            integrations:
              prometheus: {type: alertmanager, key: "%s", service: checkout}
              pager: {type: pagerduty, key: "%s", service: search}
            channels:
              email:
                {host: 127.0.0.1, port: 2525, from: larum@example.test, user: larum, password: "%s", encryption: none}
              webhooks:
                audit: {url: "http://127.0.0.1:9000/hook", secret: "%s"}
            """.formatted(KEY, OTHER_KEY, PASSWORD, SECRET);

    static final Prints PRINTS = new Prints() {
        @Override
        public String person(PersonId person, String plain) {
            return print(person + plain);
        }

        @Override
        public String key(String plain) {
            return print("key" + plain);
        }

        @Override
        public String secret(String plain) {
            return print("secret" + plain);
        }
    };

    private ConfigExamples() {}

    private static String print(String plain) {
        return "#" + Integer.toHexString(plain.hashCode());
    }

    static Organisation organisation() {
        return ConfigReader.read(FILE, Known.NOTHING);
    }
}
