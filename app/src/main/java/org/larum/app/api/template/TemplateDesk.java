package org.larum.app.api.template;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.api.template.TemplateView.TemplateMistake;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.template.TemplateCheck;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.projections.shared.Scope;

/** Shows what templates would say of an incident. Sends nothing and keeps nothing. Blocking. */
final class TemplateDesk {

    private static final int LONGEST = 20_000;

    private final LogBriefing briefing;
    private final IncidentDesk incidents;
    private final URI url;
    private final Time time;

    TemplateDesk(LogBriefing briefing, IncidentDesk incidents, URI url, Time time) {
        this.briefing = briefing;
        this.incidents = incidents;
        this.url = url;
        this.time = time;
    }

    /** {@code incident}: its id or number; null for an example. */
    record Draft(
            @Nullable String channel,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html,
            @Nullable String incident) {}

    TemplateView preview(Draft draft, Scope scope) {
        var channel = channel(draft.channel());
        var content = draft.incident() == null ? null : content(draft.incident(), scope);
        var mistakes = new ArrayList<TemplateMistake>();
        return new TemplateView(
                filled(channel, "subject", draft.subject(), content, mistakes),
                filled(channel, "text", draft.text(), content, mistakes),
                filled(channel, "html", draft.html(), content, mistakes),
                mistakes);
    }

    private static ChannelKind channel(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "email" -> ChannelKind.EMAIL;
            case "sms" -> ChannelKind.SMS;
            default -> throw invalid("bad_channel", "Templates are for \"email\" and \"sms\". Nothing was filled in.");
        };
    }

    private static @Nullable String filled(
            ChannelKind channel,
            String part,
            @Nullable String template,
            @Nullable Content content,
            List<TemplateMistake> mistakes) {
        if (template == null) {
            return null;
        }
        if (template.length() > LONGEST) {
            throw invalid("too_long", "A template has at most 20,000 characters. Nothing was filled in.");
        }
        var filled = TemplateCheck.fill(channel, part, template, content);
        if (filled.flaw() != null) {
            mistakes.add(new TemplateMistake(part, filled.flaw()));
        }
        return filled.words();
    }

    /** As it would be read by nobody in particular: the address of the button opens nothing. */
    private Content content(String wanted, Scope scope) {
        UUID incident = incidents.one(wanted, scope, null).id();
        var subject = briefing.subject(new IncidentId(incident), null, new UUID(0, 0));
        var reader = new Reader(
                "Ada Lovelace", ZoneOffset.UTC, URI.create(url + "/i/" + incident), URI.create(url + "/a/preview"));
        return new Content(NotificationKind.PAGE, "step", subject, reader, time.now());
    }

    private static Refusal invalid(String code, String sentence) {
        return new Refusal(Refusal.Kind.INVALID, code, sentence);
    }
}
