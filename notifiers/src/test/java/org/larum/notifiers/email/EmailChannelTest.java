package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.ChannelContract;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.email.EmailChannel.Timeouts;
import org.larum.notifiers.email.ScriptedSmtp.Step;

class EmailChannelTest extends ChannelContract {

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @Override
    protected OtherSide start() {
        return new OtherSide() {
            @Override
            public void accepts() {
                smtp.behaves();
            }

            @Override
            public void refusesForGood() {
                smtp.behaves();
                smtp.says(Step.RCPT, "550 5.1.1 " + SECRET + " unknown");
            }

            @Override
            public void asksToTryLater() {
                smtp.behaves();
                smtp.says(Step.RCPT, "451 4.7.1 greylisted");
            }

            @Override
            public void fallsSilent() {
                smtp.says(Step.DOT, ScriptedSmtp.SILENCE);
            }

            @Override
            public void hangsUp() {
                smtp.behaves();
                smtp.says(Step.DOT, ScriptedSmtp.DROP);
            }

            @Override
            public void goesAway() {
                smtp.close();
            }

            @Override
            public String heard() {
                return smtp.heard();
            }

            @Override
            public Destination address() {
                return mailbox("ada@example.org", "larum@example.org");
            }

            @Override
            public void close() {
                smtp.close();
            }
        };
    }

    private Mailbox mailbox(String to, String from) {
        return new Mailbox(
                to, new MailServer("localhost", smtp.port(), from, "larum", new Secret(SECRET), Encryption.NONE));
    }

    @Override
    protected Channel channel() {
        return new EmailChannel(ChannelExamples.clock(), new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(8)));
    }

    @Override
    protected Reader reader() {
        return ChannelExamples.ada();
    }

    @Override
    protected @Nullable Duration asksForTime() {
        return null;
    }

    @Override
    protected Destination elsewhere() {
        return new Endpoint(URI.create("https://hooks.example.org/"), new Secret(SECRET));
    }

    @Override
    protected String names(String heard) {
        return heard.lines()
                .filter(line -> line.startsWith("Message-ID:") || line.startsWith("X-Larum-Notification:"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void receiptIsWhatTheServerSaidLast() {
        assertThat(send()).isEqualTo(new Accepted("250 2.0.0 Ok: queued as 4XyZ"));
    }

    @Test
    void personsAddressIsNotInTheReceipt() {
        smtp.says(Step.DOT, "250 delivered to <Ada@Example.org>");

        assertThat(send()).isEqualTo(new Accepted("250 delivered to <the recipient>"));
    }

    @Test
    void machineNamesItselfByItsAddress() {
        send();

        assertThat(smtp.heard()).containsPattern("EHLO \\[(127\\.0\\.0\\.1|IPv6:.*1)]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example.org\r\nRCPT TO:<eve@evil.example>",
                "ada\u010d\u010aRSET@example.org",
                "ada@example.org, eve@evil.example",
                "Ada <ada@example.org>",
                "ada@exa mple.org",
                "friends: ada@example.org;",
                "\"a b\"@example.org",
            })
    void addressesThatAreNoneAreNotEvenTried(String address) {
        var content = ChannelExamples.page(ChannelExamples.payments(), reader());

        assertThat(channel().send(ChannelExamples.to(mailbox(address, "larum@example.org"), content)))
                .isEqualTo(new GiveUp("The person's e-mail address is not one that mail can be sent to."));
        assertThat(channel().send(ChannelExamples.to(mailbox("ada@example.org", address), content)))
                .isInstanceOf(GiveUp.class);
        assertThat(smtp.heard()).isEmpty();
    }

    @Test
    void domainsOfOtherScriptsGoOutInAscii() {
        var content = ChannelExamples.page(ChannelExamples.payments(), reader());

        assertThat(channel().send(ChannelExamples.to(mailbox("ada@bücher.example", "larum@example.org"), content)))
                .isInstanceOf(Accepted.class);
        assertThat(smtp.heard()).contains("RCPT TO:<ada@xn--bcher-kva.example>");
    }
}
