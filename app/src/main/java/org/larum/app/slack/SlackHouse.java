package org.larum.app.slack;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.Secret;

/** The app of the house, as it is configured now. */
final class SlackHouse {

    private final RuleBook rules;
    private final SecretTable secrets;

    SlackHouse(RuleBook rules, SecretTable secrets) {
        this.rules = rules;
        this.secrets = secrets;
    }

    /** Empty while there is none, and when its token is lost. */
    Optional<SlackApp> app() {
        return slack().flatMap(slack -> secrets.find(slack.token()).map(token -> new SlackApp(token, url(slack))));
    }

    Optional<Secret> signingSecret() {
        rules.catchUp();
        return slack().flatMap(slack -> secrets.find(slack.signingSecret()));
    }

    /** Where incidents are shown. In memory: asked with each event. */
    Optional<String> channel() {
        return slack().map(Definition.Slack::channel);
    }

    boolean isThere() {
        return slack().isPresent();
    }

    private Optional<Definition.Slack> slack() {
        return rules.now().slack();
    }

    private static @Nullable URI url(Definition.Slack slack) {
        return slack.url() == null ? null : URI.create(slack.url());
    }
}
