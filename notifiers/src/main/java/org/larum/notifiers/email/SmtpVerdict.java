package org.larum.notifiers.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.SmtpConversation.Stage;

/**
 * What the end of a conversation means, in words for an administrator. The words go into the log of events, so they
 * hold neither the password nor the reader's address, even if the server repeats them.
 */
final class SmtpVerdict {

    private static final int ANSWER_LENGTH = 300;
    private static final Pattern POLICY = Pattern.compile("^5\\d\\d[ -]5\\.7\\.");

    private final MailServer server;
    private final Envelope envelope;

    SmtpVerdict(MailServer server, Envelope envelope) {
        this.server = server;
        this.envelope = envelope;
    }

    /** The library ended well; what counts is the server's own 250 after the dot. */
    SendOutcome sent(SmtpConversation conversation) {
        return conversation.stage() == Stage.DOT && conversation.getLastReturnCode() == 250
                ? new Accepted(answer(conversation))
                : lost(conversation, "The mail server did not confirm the mail");
    }

    /** It was not given a mail; it answered, and would take one. */
    SendOutcome answered(SmtpConversation conversation) {
        return new Accepted(answer(conversation));
    }

    SendOutcome failed(SmtpConversation conversation, MessagingException e) {
        int code = conversation.getLastReturnCode();
        IOException broken = broken(e);
        if (broken != null || code <= 0) {
            return lost(conversation, why(conversation.stage(), broken));
        }
        if (e instanceof AuthenticationFailedException) {
            return refusedLogin(code);
        }
        String said = refused(conversation.stage()) + ": " + answer(conversation);
        return switch (code / 100) {
            case 5 -> new GiveUp(said, isNobody(conversation));
            case 4 -> new TryLater(said, false, null);
            default -> odd(conversation, said);
        };
    }

    /** RFC 3463: 5.7 is about what may be sent by whom, and says nothing of the address. */
    private static boolean isNobody(SmtpConversation conversation) {
        String words = conversation.getLastServerResponse();
        return conversation.stage() == Stage.RECIPIENT
                && (words == null || !POLICY.matcher(words).find());
    }

    SendOutcome cut(SmtpConversation conversation, Duration whole) {
        return lost(conversation, place() + " took longer than " + whole.toSeconds() + " s in all");
    }

    SendOutcome stumbled(SmtpConversation conversation, RuntimeException e) {
        return lost(conversation, "The mail could not be sent (" + e.getClass().getSimpleName() + ")");
    }

    /** Only after the dot may a mail have arrived without a word. */
    private static TryLater lost(SmtpConversation conversation, String reason) {
        return conversation.stage() == Stage.DOT
                ? new TryLater(reason + "; the mail may have arrived all the same.", true, null)
                : new TryLater(reason + ".", false, null);
    }

    /** The server's words are left out here: a strange server could repeat the password in a form of its own. */
    private static SendOutcome refusedLogin(int code) {
        return code / 100 == 5
                ? new GiveUp("The mail server did not accept Larum's user name and password (" + code + ").")
                : new TryLater(
                        "The mail server could not check user name and password now (" + code + ").", false, null);
    }

    private SendOutcome odd(SmtpConversation conversation, String said) {
        return conversation.stage() == Stage.HELLO
                ? new GiveUp(place() + " offers no encryption (STARTTLS), and without it Larum does not go on. "
                        + "Set the encryption to tls, or to none if the way there is safe.")
                : lost(conversation, said);
    }

    private String why(Stage stage, @Nullable IOException broken) {
        return switch (broken) {
            case UnknownHostException _ -> "The name of the mail server, " + server.host() + ", is not known";
            case SSLException e ->
                "No trusted, encrypted connection to " + place() + ": "
                        + OneLine.of(String.valueOf(e.getMessage()), ANSWER_LENGTH);
            case ConnectException _, NoRouteToHostException _ -> "Nothing answers at " + place();
            case SocketTimeoutException _ -> place() + " did not answer in time " + when(stage);
            case null, default -> place() + " closed the connection " + when(stage);
        };
    }

    private String place() {
        return server.host() + ":" + server.port();
    }

    private static String when(Stage stage) {
        return switch (stage) {
            case HELLO -> "while greeting or logging in";
            case SENDER -> "when told the sender";
            case RECIPIENT -> "when told the recipient";
            case DATA -> "while taking the mail";
            case DOT -> "after it had the whole mail";
        };
    }

    private static String refused(Stage stage) {
        return switch (stage) {
            case HELLO -> "The mail server refused the connection";
            case SENDER -> "The mail server refused the sender address";
            case RECIPIENT -> "The mail server refused the recipient";
            case DATA, DOT -> "The mail server refused the mail";
        };
    }

    private String answer(SmtpConversation conversation) {
        String words = conversation.getLastServerResponse();
        return OneLine.of(withoutSecrets(words == null ? "" : words), ANSWER_LENGTH);
    }

    private String withoutSecrets(String words) {
        String clean = Pattern.compile(Pattern.quote(envelope.to()), Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .replaceAll(Matcher.quoteReplacement("the recipient"));
        if (server.password() == null || server.password().value().isEmpty()) {
            return clean;
        }
        String password = server.password().value();
        return clean.replace(password, "•••")
                .replace(Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)), "•••");
    }

    private static @Nullable IOException broken(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return broken.getCause() instanceof IOException deeper ? deeper : broken;
            }
        }
        return null;
    }
}
