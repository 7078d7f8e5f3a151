package org.larum.app.api.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition.Limits;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.SlaRule;
import org.larum.domain.directory.Definition.Templates;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Slo;
import org.larum.notifiers.channel.Secret;

/** What a file describes, free of mistakes: each entry by its word, in the order of the file. */
record Organisation(
        Map<String, Person> people,
        Map<String, Team> teams,
        Map<String, Service> services,
        List<Schedule> schedules,
        List<Policy> policies,
        Map<String, Integration> integrations,
        @Nullable MailServer email,
        Map<String, Webhook> webhooks,
        @Nullable TwilioAccount twilio,
        @Nullable SlackApp slack,
        @Nullable List<SmsGateway> sms,
        @Nullable Limits limits,
        @Nullable Templates templates,
        List<Rule> rules,
        @Nullable MajorRule majorRule,
        @Nullable SlaRule slaRule,
        List<Slo> slos,
        List<ReportPlan> reports,
        List<Dashboard> dashboards) {

    record Person(
            String name,
            @Nullable String email,
            String timeZone,
            boolean administrator,
            @Nullable String phone,
            @Nullable List<String> roles,
            @Nullable Reach reach) {}

    record Team(String name, List<String> members) {}

    record Service(
            String name,
            @Nullable String team,
            String criticality,
            @Nullable String policy,
            @Nullable String runbook,
            @Nullable Worth worth,
            List<String> dependsOn) {}

    /** {@code acknowledge}: null when it is told nothing back. */
    record Integration(
            String type,
            Secret key,
            String service,
            @Nullable Acknowledge acknowledge) {}

    /** {@code secret}: the password of the user, or a token when there is none; {@code api}: null for an Alertmanager. */
    record Acknowledge(
            URI url,
            Duration quiet,
            @Nullable String user,
            @Nullable Secret secret,
            @Nullable String api) {}

    record MailServer(
            String host,
            int port,
            String from,
            @Nullable String user,
            @Nullable Secret password,
            String encryption,
            @Nullable Replies replies) {}

    /** Where answers to mails come in, and the key of whoever brings them. */
    record Replies(String to, Secret key) {}

    record TwilioAccount(
            String account,
            Secret token,
            String from,
            @Nullable String voice,
            @Nullable URI url) {}

    record SlackApp(
            Secret token,
            Secret signingSecret,
            @Nullable String channel,
            @Nullable URI url) {}

    /** With neither {@code http} nor {@code spool} it is the account with Twilio. */
    record SmsGateway(
            String name,
            List<String> countries,
            @Nullable HttpGateway http,
            @Nullable String spool) {}

    /** {@code request}: what is sent to it, as JSON: keys stand anywhere in it. */
    record HttpGateway(
            String place, Secret request, @Nullable String receipt) {}

    /**
     * {@code format}: of a chat, whose whole address is the secret or which takes a token; null for a machine. {@code chat}: the room.
     */
    record Webhook(
            URI url,
            Secret secret,
            @Nullable String format,
            @Nullable Secret previous,
            @Nullable String chat) {

        Webhook(URI url, Secret secret) {
            this(url, secret, null, null, null);
        }

        /** Paths and queries of webhooks often hold a secret of their own. */
        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }
}
