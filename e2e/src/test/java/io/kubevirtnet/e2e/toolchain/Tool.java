package io.kubevirtnet.e2e.toolchain;

import java.util.List;

/** The programs that the tests start, each with the one version that it is tested with. */
public enum Tool {
  PULUMI(
      "pulumi",
      "v3.259.0",
      new GoBuild(
          "pulumi",
          "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
          // Without it `pulumi version` prints nothing and the Automation API refuses the binary.
          "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.259.0")),
  ETCD("etcd", "v3.6.8", new GoBuild("kube", "go.etcd.io/etcd/server/v3", Kubernetes.LDFLAGS)),
  KUBE_APISERVER(
      "kube-apiserver",
      "v1.34.2",
      new GoBuild("kube", "k8s.io/kubernetes/cmd/kube-apiserver", Kubernetes.LDFLAGS)),
  KUBE_CONTROLLER_MANAGER(
      "kube-controller-manager",
      "v1.34.2",
      new GoBuild("kube", "k8s.io/kubernetes/cmd/kube-controller-manager", Kubernetes.LDFLAGS)),
  /** Asks the tools that a network definition meets; cnitool and the plugins lie beside it. */
  CNI_JUDGE(
      "cni-judge",
      "v1.9.1",
      new GoBuild(GoModule.in("cni"), "./cni-judge", "-s -w", List.of("tool"))),
  /** Asks KubeVirt's own packages about machines, and prints its CRDs. */
  KUBEVIRT_JUDGE(
      "kubevirt-judge",
      "v1.9.0",
      new GoBuild(KubeVirt.MODULE, "./kubevirt-judge", "-s -w", List.of())),
  KUBEVIRT_1_8_JUDGE(
      "kubevirt-1.8-judge",
      "v1.8.4",
      new GoBuild(
          KubeVirt.MODULE.release("v1.8.mod", "kubevirt_1_8"),
          "./kubevirt-judge",
          "-s -w",
          List.of())),
  NMSTATECTL("nmstatectl", "2.2.62", new CargoBuild("nmstatectl", "2.2.62")),
  /** Asks cloud-init and netplan; the packages that it found are listed beside it. */
  CLOUD_INIT_JUDGE(
      "cloud-init-judge", "of this Debian", new DebianBuild("cloud-init", Debian.PACKAGES)),
  /** A browser without a screen; about 120 MB to download. */
  CHROMIUM(
      "chromium-judge", "of this Debian", new DebianBuild("chromium", Debian.CHROMIUM_PACKAGES));

  private final String binary;
  private final String version;
  private final Build build;

  Tool(String binary, String version, Build build) {
    this.binary = binary;
    this.version = version;
    this.build = build;
  }

  /** File name of the binary, whatever the build would call it. */
  public String binary() {
    return binary;
  }

  public String version() {
    return version;
  }

  Build build() {
    return build;
  }

  private static final class KubeVirt {
    /** Its CRDs are in a package that can not be imported: others of its files want too much. */
    static final GoModule MODULE =
        GoModule.in("kubevirt")
            .lending(
                "kubevirt.io/kubevirt/pkg/virt-operator/resource/generate/components",
                "components",
                "crds.go",
                "validations_generated.go");
  }

  private static final class Kubernetes {
    static final String LDFLAGS =
        "-s -w -X k8s.io/component-base/version.gitVersion=v1.34.2"
            + " -X k8s.io/component-base/version.gitMajor=1"
            + " -X k8s.io/component-base/version.gitMinor=34";
  }

  /** With their own python, so that it does not matter which one this machine has. */
  private static final class Debian {
    static final List<String> PACKAGES =
        List.of(
            "cloud-init",
            "netplan.io",
            "libnetplan0",
            "libblkid1",
            "libexpat1",
            "libffi8",
            "libglib2.0-0",
            "libmount1",
            "libpcre2-8-0",
            "libpython3.11-minimal",
            "libpython3.11-stdlib",
            "libselinux1",
            "libsystemd0",
            "libuuid1",
            "libyaml-0-2",
            "python3-attr",
            "python3-certifi",
            "python3-chardet",
            "python3-configobj",
            "python3-idna",
            "python3-jinja2",
            "python3-json-pointer",
            "python3-jsonpatch",
            "python3-jsonschema",
            "python3-markupsafe",
            "python3-netifaces",
            "python3-oauthlib",
            "python3-pyrsistent",
            "python3-requests",
            "python3-six",
            "python3-urllib3",
            "python3-yaml",
            "python3.11-minimal",
            "zlib1g");

    /** With fonts of their own, and all libraries but those of the C compiler. */
    static final List<String> CHROMIUM_PACKAGES =
        List.of(
            "chromium-common",
            "chromium-headless-shell",
            "fonts-dejavu-core",
            "fonts-liberation",
            "libapparmor1",
            "libasound2",
            "libasyncns0",
            "libatk1.0-0",
            "libatspi2.0-0",
            "libblkid1",
            "libbrotli1",
            "libbsd0",
            "libcap2",
            "libdav1d6",
            "libdbus-1-3",
            "libdouble-conversion3",
            "libdrm2",
            "libexpat1",
            "libffi8",
            "libflac12",
            "libfontconfig1",
            "libfreetype6",
            "libgbm1",
            "libgcc-s1",
            "libgcrypt20",
            "libglib2.0-0",
            "libgpg-error0",
            "libgraphite2-3",
            "libharfbuzz-subset0",
            "libharfbuzz0b",
            "libjpeg62-turbo",
            "liblcms2-2",
            "liblz4-1",
            "liblzma5",
            "libmd0",
            "libminizip1",
            "libmount1",
            "libmp3lame0",
            "libmpg123-0",
            "libnspr4",
            "libnss3",
            "libogg0",
            "libopenh264-7",
            "libopenjp2-7",
            "libopus0",
            "libpcre2-8-0",
            "libpng16-16",
            "libpulse0",
            "libselinux1",
            "libsndfile1",
            "libsqlite3-0",
            "libstdc++6",
            "libsystemd0",
            "libudev1",
            "libvorbis0a",
            "libvorbisenc2",
            "libwayland-server0",
            "libx11-6",
            "libx11-xcb1",
            "libxau6",
            "libxcb1",
            "libxcomposite1",
            "libxdamage1",
            "libxdmcp6",
            "libxext6",
            "libxfixes3",
            "libxi6",
            "libxkbcommon0",
            "libxnvctrl0",
            "libxrandr2",
            "libxrender1",
            "libzstd1",
            "zlib1g");
  }
}
