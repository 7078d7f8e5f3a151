package org.larum.notifiers.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.larum.notifiers.channel.ChannelExamples;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Secret;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.EmailChannel.Timeouts;
import org.larum.notifiers.email.ScriptedSmtp.Step;

/** Mail over TLS, to a server whose certificate is for the name "localhost" and trusted here by default. */
class SmtpTlsTest {

    private static final String STORE_WORD = "changeit";

    private static SSLContext trusted;
    private static SSLContext before;

    private final ScriptedSmtp smtp = new ScriptedSmtp();

    @BeforeAll
    static void trustTheServer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "7",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_WORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        trusted = context(file);
        before = SSLContext.getDefault();
        SSLContext.setDefault(trusted);
    }

    @AfterAll
    static void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_WORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_WORD.toCharArray());
        var roots = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        roots.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), roots.getTrustManagers(), null);
        return context;
    }

    @AfterEach
    void part() {
        smtp.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"AUTO", "STARTTLS"})
    void offeredEncryptionIsUsedBeforeAnythingIsTold(Encryption encryption) {
        smtp.offersTls(trusted);

        assertThat(send("localhost", encryption, "larum")).isInstanceOf(Accepted.class);
        assertThat(smtp.heard()).containsSubsequence("STARTTLS", "(encrypted)", "AUTH", "MAIL FROM", "DATA");
    }

    @Test
    void encryptionFromTheFirstByteWorksToo() {
        smtp.speaksTlsFromTheStart(trusted);

        assertThat(send("localhost", Encryption.TLS, "larum")).isInstanceOf(Accepted.class);
        assertThat(smtp.heard()).startsWith("(encrypted)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"AUTO", "STARTTLS"})
    void certificateForAnotherNameIsNotTrusted(Encryption encryption) {
        smtp.offersTls(trusted);

        assertNothingIsTold(send("127.0.0.1", encryption, null));
    }

    @Test
    void certificateForAnotherNameIsNotTrustedFromTheStartEither() {
        smtp.speaksTlsFromTheStart(trusted);

        assertNothingIsTold(send("127.0.0.1", Encryption.TLS, "larum"));
    }

    @Test
    void certificateOfAStrangerIsNotTrusted() {
        smtp.offersTls(trusted);
        SSLContext.setDefault(before);
        try {
            assertNothingIsTold(send("localhost", Encryption.STARTTLS, "larum"));
        } finally {
            SSLContext.setDefault(trusted);
        }
    }

    private void assertNothingIsTold(SendOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(TryLater.class, it -> {
            assertThat(it.unknown()).isFalse();
            assertThat(it.reason()).startsWith("No trusted, encrypted connection to ");
        });
        assertThat(smtp.heard()).doesNotContain("AUTH", "MAIL");
    }

    @Test
    void encryptionThatIsWantedButNotOfferedIsGivenUp() {
        assertThat(send("localhost", Encryption.STARTTLS, "larum"))
                .isInstanceOfSatisfying(
                        GiveUp.class, it -> assertThat(it.reason()).contains("offers no encryption"));
        assertThat(smtp.heard()).doesNotContain("AUTH", "MAIL");
    }

    @Test
    void passwordLeavesThisMachineOnlyEncrypted() {
        // 127.0.0.2 stands for another machine: the exception is for the usual names of this one
        assertThat(send("127.0.0.2", Encryption.AUTO, "larum")).isInstanceOf(GiveUp.class);
        assertThat(smtp.heard()).doesNotContain("AUTH", "MAIL");
        assertThat(send("127.0.0.2", Encryption.AUTO, null)).isInstanceOf(Accepted.class);
        assertThat(send("127.0.0.2", Encryption.NONE, "larum")).isInstanceOf(Accepted.class);
        assertThat(send("localhost", Encryption.AUTO, "larum")).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"AUTO", "STARTTLS"})
    void refusedEncryptionIsNotGoneWithout(Encryption encryption) {
        smtp.offersTls(trusted);
        smtp.says(Step.STARTTLS, "454 TLS not available");
        assertThat(send("localhost", encryption, null)).isInstanceOf(TryLater.class);

        smtp.says(Step.STARTTLS, "554 no TLS for you");
        assertThat(send("localhost", encryption, null)).isInstanceOf(GiveUp.class);
        assertThat(smtp.heard()).doesNotContain("AUTH", "MAIL");
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"AUTO", "STARTTLS"})
    void lostOrSilentHandshakeIsNotUnknown(Encryption encryption) {
        smtp.offersTls(trusted);
        smtp.says(Step.STARTTLS, ScriptedSmtp.DROP);
        assertThat(send("localhost", encryption, null))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isFalse());

        smtp.says(Step.STARTTLS, ScriptedSmtp.SILENCE);
        assertThat(send("localhost", encryption, null))
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isFalse());
    }

    private SendOutcome send(String host, Encryption encryption, @Nullable String user) {
        var password = user == null ? null : new Secret("battery");
        var server = new MailServer(host, smtp.port(), "larum@example.org", user, password, encryption);
        return new EmailChannel(ChannelExamples.clock(), new Timeouts(Duration.ofMillis(1500), Duration.ofSeconds(8)))
                .send(ChannelExamples.to(
                        new Mailbox("ada@example.org", server),
                        ChannelExamples.page(ChannelExamples.payments(), ChannelExamples.ada())));
    }
}
