package io.kubevirtnet.netris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NetrisControllerSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerRulesTest {
  private static final PropertyPath INPUT = PropertyPath.ROOT.child("controller");

  @ParameterizedTest
  @CsvSource({
    "https://netris.example.com, https://netris.example.com/api/auth",
    "HTTPS://Netris.Example.com/, https://netris.example.com/api/auth",
    "https://netris.example.com/api, https://netris.example.com/api/auth",
    "https://netris.example.com:8443//api//, https://netris.example.com:8443/api/auth",
    "https://lab.example.com/netris/api, https://lab.example.com/netris/api/auth",
    "https://10.0.0.1/apis, https://10.0.0.1/apis/api/auth",
    "https://[2001:db8::1]:8443, https://[2001:db8::1]:8443/api/auth",
    "http://localhost:8080, http://localhost:8080/api/auth",
    "http://127.0.0.2/api, http://127.0.0.2/api/auth",
    "http://[::1], http://[::1]/api/auth"
  })
  void takesAnAddressAsPeopleWriteIt(String url, String login) {
    assertThat(findings(controller().with("url", url))).isEmpty();
    assertThat(ControllerUrl.parse(url).orElseThrow().at("/api/auth")).isEqualTo(login);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "netris.example.com | does not begin with https://. | Write \"https://netris.example.com\".",
        "http://netris.example.com/api | would show the password to everyone on the way. | Write \"https://netris.example.com/api\".",
        "http://127.example.com | would show the password to everyone on the way. | Write \"https://127.example.com\".",
        "ftp://netris.example.com | is no address of a host. | browser",
        "https:// | is no address of a host. | browser",
        "https://netris.example.com:0 | is no address of a host. | browser",
        "https://netris.example.com:70000 | is no address of a host. | browser",
        "https://a..b | is no address of a host. | browser",
        "https://1.2.3.4.5 | is no address of a host. | browser",
        "https://[::1::] | is no address of a host. | browser",
        "https://netris-.example.com | is no address of a host. | browser",
        "https://my controller | is no address of a host. | browser",
        "https://a/b c | is no address of a host. | browser",
        "https://netris.example.com/?next=/ | is that of a page. | browser",
        "https://netris.example.com/#/vnets | is that of a page. | browser"
      })
  void refusesWhatLeadsToNoController(String url, String what, String fix) {
    assertThat(findings(controller().with("url", url)))
        .singleElement()
        .matches(f -> f.code().equals("KVN-T060"))
        .matches(f -> f.path().text().equals("controller.url"))
        .matches(f -> f.what().equals("\"" + url + "\" " + what))
        .matches(f -> f.fix().contains(fix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://svc:canary@netris.example.com", "svc:canary@netris.example.com"})
  void neverRepeatsAnAddressThatNamesAUser(String url) {
    assertThat(findings(controller().with("url", url)))
        .singleElement()
        .matches(f -> f.what().equals("The address names a user."))
        .matches(f -> !f.line().contains("canary"));
  }

  @Test
  void neverRepeatsASecretAddress() {
    var secret = Tree.of("canary.example.com").marked(new Marks(true, Set.of()));

    assertThat(findings(controller().with("url", secret)))
        .singleElement()
        .matches(f -> !f.line().contains("canary"));
  }

  @Test
  void readsCertificatesOnly() {
    for (var text :
        List.of(
            "",
            "/etc/ssl/netris.pem",
            "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----",
            "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nMIIE")) {
      assertThat(findings(controller().with("caBundle", text)))
          .singleElement()
          .matches(f -> f.code().equals("KVN-T061"))
          .matches(f -> !f.line().contains("MIIE"));
    }
  }

  @Test
  void wantsWhoLogsIn() {
    assertThat(findings(controller().with("username", " ").with("password", "")))
        .extracting(Finding::code, f -> f.path().text())
        .containsExactly(
            tuple("KVN-T064", "controller.username"), tuple("KVN-T064", "controller.password"));
  }

  @ParameterizedTest
  @CsvSource({"0, KVN-T063", "1, ''", "300, ''", "301, KVN-T063"})
  void waitsForOneToThreeHundredSeconds(int seconds, String code) {
    assertThat(findings(controller().with("timeoutSeconds", seconds)))
        .extracting(Finding::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void saysThatABundleHasNoEffectWithoutACheck() {
    assertThat(findings(controller().with("skipTlsVerify", true).with("caBundle", "x")))
        .extracting(Finding::what)
        .contains("Any certificate is taken, and caBundle has no effect.");
  }

  @Test
  void leavesOpenWhatIsNotKnownYet() {
    var report = new Report();

    check(
        controller().with("url", new Unknown(Marks.NONE)).with("caBundle", new Unknown(Marks.NONE)),
        report);

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked())
        .extracting(n -> n.path().text())
        .containsExactly("controller.url", "controller.caBundle");
  }

  private static Fields controller() {
    return Tree.of("url", "https://netris.example.com")
        .with("username", "svc")
        .with("password", Tree.of("s3cret").marked(new Marks(true, Set.of())));
  }

  private static List<Finding> findings(Fields controller) {
    var report = new Report();
    check(controller, report);
    return report.findings();
  }

  private static void check(Fields controller, Report report) {
    ControllerRules.check(
        SpecReader.read(controller, INPUT, report, NetrisControllerSpec::read), report);
  }
}
