"""Renders network data with cloud-init, and has netplan generate what it would from its part.

Reads one JSON object per line: {"text": network data, "cards": {MAC address: name in the guest}}.
Answers with one per line: {renderer: {"files": {path: text}} or {"error": text}}; "generate" has
what netplan makes of cloud-init's file, and "drive" says how the same fares on a config drive.
"""

import copy
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile

from cloudinit import safeyaml
from cloudinit.distros import rhel
from cloudinit.net import eni, extract_physdevs, netplan, network_state, networkd, sysconfig
from cloudinit.sources import DataSourceConfigDrive

GENERATE = os.path.join(sys.argv[1], "usr", "libexec", "netplan", "generate")
RENDERERS = {
    "eni": (eni, {}),
    "sysconfig": (sysconfig, rhel.Distro.renderer_configs["sysconfig"]),
    "networkd": (networkd, {}),
    # Without these it would look for programs of the guest.
    "netplan": (netplan, {"postcmds": False}),
}


def files(folder):
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if not os.path.islink(path):
                with open(path, encoding="utf-8") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


def render(name, config, folder):
    module, options = RENDERERS[name]
    renderer = module.Renderer(dict(options))
    state = network_state.parse_net_config_data(copy.deepcopy(config), renderer=renderer)
    renderer.render_network_state(state, target=folder)
    return {"files": files(folder)}


def generate(folder):
    process = subprocess.run(
        [GENERATE, "--root-dir", folder], capture_output=True, text=True, check=False
    )
    if process.returncode != 0:
        return {"error": process.stderr}
    return {"files": files(os.path.join(folder, "run", "systemd", "network"))}


def drive(text, folder):
    latest = os.path.join(folder, "openstack", "latest")
    os.makedirs(latest)
    with open(os.path.join(latest, "meta_data.json"), "w", encoding="utf-8") as file:
        json.dump({"uuid": "1", "hostname": "guest"}, file)
    with open(os.path.join(latest, "network_data.json"), "w", encoding="utf-8") as file:
        file.write(text)
    DataSourceConfigDrive.read_config_drive(folder)
    return {"files": {}}


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as e:  # pylint: disable=broad-except
        return {"error": f"{type(e).__name__}: {e}"}


def judge(request):
    # The cards of the guest, not those of this machine, after cloud-init has renamed them.
    cards = dict(request["cards"])
    config = safeyaml.load(request["text"])
    try:
        for mac, name, *_ in extract_physdevs(config):
            cards[mac] = name
    except RuntimeError:
        # The renderers say so as well.
        pass
    network_state.get_interfaces_by_mac = lambda: dict(cards)
    network_state.find_interface_name_from_mac = cards.get
    answer = {}
    work = tempfile.mkdtemp()
    try:
        for name in RENDERERS:
            folder = os.path.join(work, name)
            os.mkdir(folder)
            answer[name] = attempt(render, name, config, folder)
        answer["generate"] = attempt(generate, os.path.join(work, "netplan"))
        answer["drive"] = attempt(drive, request["text"], os.path.join(work, "drive"))
    finally:
        shutil.rmtree(work)
    return answer


def main():
    logging.disable(logging.CRITICAL)
    # It writes the whole state as YAML after each interface, for nothing but that log.
    network_state.NetworkStateInterpreter.dump_network_state = lambda state: ""
    for line in sys.stdin:
        print(json.dumps(judge(json.loads(line))), flush=True)


main()
