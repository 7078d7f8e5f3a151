package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Message.Content;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome.Accepted;

/** What arrives in a real mailbox. */
class EmailDeliveryTest {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mail.setUser("ada@example.org", "larum", "battery");
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void mailArrivesAsTextAndHtml() throws Exception {
        send(ChannelExamples.page(ChannelExamples.titled("Zahlung schlägt fehl 🔥"), ChannelExamples.ada()));
        MimeMessage arrived = mail.getReceivedMessages()[0];
        var parts = (MimeMultipart) arrived.getContent();

        assertThat(arrived.getSubject()).isEqualTo("[Critical] checkout: Zahlung schlägt fehl 🔥 (INC-1042)");
        assertThat(arrived.getHeader("From")).containsExactly("larum@example.org");
        assertThat(arrived.getHeader("To")).containsExactly("ada@example.org");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("X-Larum-Notification")).containsExactly(ChannelExamples.NOTIFICATION.toString());
        assertThat(arrived.getSentDate()).isEqualTo(ChannelExamples.AT);
        assertThat(arrived.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType())
                .startsWith("text/plain")
                .containsIgnoringCase("utf-8");
        assertThat(parts.getBodyPart(1).getContentType())
                .startsWith("text/html")
                .containsIgnoringCase("utf-8");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Zahlung schlägt fehl 🔥");
    }

    @Test
    void copyCarriesTheSameMessageId() throws Exception {
        var content = ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada());
        send(content);
        send(content);

        assertThat(Arrays.stream(mail.getReceivedMessages()).map(EmailDeliveryTest::messageId))
                .containsExactly(
                        "<8f3e1c0a-5b7d-5e21-9c44-0d6a2b9e7f10@example.org>",
                        "<8f3e1c0a-5b7d-5e21-9c44-0d6a2b9e7f10@example.org>");
    }

    @Test
    void hostileTitleBringsNoHeaderAndNoFurtherRecipient() throws Exception {
        send(ChannelExamples.page(ChannelExamples.titled(ChannelExamples.HOSTILE), ChannelExamples.ada()));

        assertThat(mail.getReceivedMessages()).hasSize(1);
        MimeMessage arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(arrived.getSubject())
                .isEqualTo("[Critical] checkout: down Bcc: eve@evil.example "
                        + "<script>alert(1)</script> . QUIT (INC-1042)");
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Content content) {
        var server = new MailServer(
                "localhost",
                mail.getSmtp().getPort(),
                "larum@example.org",
                "larum",
                new Secret("battery"),
                Encryption.AUTO);
        var message = ChannelExamples.to(new Mailbox("ada@example.org", server), content);

        assertThat(new EmailChannel(ChannelExamples.clock()).send(message)).isInstanceOf(Accepted.class);
    }
}
