package org.larum.app.delivery;

import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.EmailChannel;

/** Mails an invitation; the link is answered as well, so that it can be handed over when the mail cannot be sent. Blocking. */
public final class InvitationMail {

    private final LogBriefing briefing;
    private final EmailChannel mail;
    private final Settings settings;

    public InvitationMail(LogBriefing briefing, EmailChannel mail, Settings settings) {
        this.briefing = briefing;
        this.mail = mail;
        this.settings = settings;
    }

    /** {@code link} is only shown when the mail was not sent. */
    public record Sent(
            boolean isSent, @Nullable String link, @Nullable String reason) {}

    public Sent send(@Nullable String address, String token) {
        var link = settings.url() + "/invitation/" + token;
        var server = briefing.mailServer();
        if (address == null || server.isEmpty()) {
            return new Sent(
                    false, link, "No mail server is set up. Hand the link over yourself; it is valid for 7 days.");
        }
        var text = "You are invited to Larum, where incidents are answered.\n\nChoose a password here:\n" + link
                + "\n\nThe link is for you alone and valid for 7 days.\n";
        return switch (mail.sendPlain(server.get(), address, "Your invitation to Larum", text)) {
            case Accepted ok -> new Sent(true, null, null);
            case TryLater(var reason, var unknown, var after) -> new Sent(false, link, reason);
            case GiveUp(var reason) -> new Sent(false, link, reason);
        };
    }
}
