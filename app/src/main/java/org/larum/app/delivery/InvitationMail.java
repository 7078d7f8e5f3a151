package org.larum.app.delivery;

import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.larum.app.security.Invitations.Told;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.EmailChannel;

/** Mails an invitation; its link can be handed over by other means when the mail cannot be sent. Blocking. */
public final class InvitationMail {

    private final LogBriefing briefing;
    private final EmailChannel mail;
    private final Settings settings;

    public InvitationMail(LogBriefing briefing, EmailChannel mail, Settings settings) {
        this.briefing = briefing;
        this.mail = mail;
        this.settings = settings;
    }

    public String link(String token) {
        return settings.url() + "/invitation/" + token;
    }

    public Told send(@Nullable String address, String token) {
        var link = link(token);
        var server = briefing.mailServer();
        if (address == null || server.isEmpty()) {
            return new Told(false, "No mail server is set up. Hand the link over yourself; it is valid for 7 days.");
        }
        var text = "You are invited to Larum, where incidents are answered.\n\nChoose a password here:\n" + link
                + "\n\nThe link is for you alone and valid for 7 days.\n";
        return switch (mail.sendPlain(server.get(), address, "Your invitation to Larum", text)) {
            case Accepted ok -> new Told(true, null);
            case TryLater(var reason, var unknown, var after) -> new Told(false, reason);
            case GiveUp(var reason, var isNobody) -> new Told(false, reason);
        };
    }
}
