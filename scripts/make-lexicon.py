#!/usr/bin/env python3
"""Writes src/prose/lexicon_tables.cpp and part_of_speech_tables.cpp from public word lists.

Run at development time only; the build needs none of the sources:

    apt-get install pocketsphinx-en-us scowl wordnet-base clang-format
    scripts/make-lexicon.py

CMUdict (pocketsphinx-en-us) says how words begin to sound, SCOWL which words are ordinary ones; WordNet which
are nouns and verbs (lexicon_parts_of_speech.py). `--root` is the
folder that holds their usr/share, for packages that were unpacked and not installed. The lists in this file are general
knowledge: how English speakers say common initialisms, and which words they disagree on.
"""

import argparse
import pathlib
import re
import subprocess
import sys

from lexicon_parts_of_speech import write_parts_of_speech

VOWEL_SOUNDS = set("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())

# Both articles are in use: dictionaries or style guides disagree, or there are two readings.
EITHER_STEMS = """
eula habitual hereditary herb heroic historian historic homage hotel hysteric ubuntu upsilon uruguay nginx xavier mk msg sql
""".split()

# Begin with a "you" or "one" though CMUdict has no word of that kind, or has them only as names.
A_STEMS = """
one uri url uuid uid ui usb udp utf uefi usd utc ulid uat uart ufo uhd ugc uml unix unesco unary uv ux uk uae ubi udemy udev
ufw uint ulong uchar ucode ulimit umask umount uname uniq unidi unicorn unimodal univ uprobe usenet usenix ushort utmp utime
ukulele uyghur uighur oaxaca ouija ewing xiao xero xenon xhosa xylo xonsh xamarin xubuntu mcd mcg mck mcn mcl svelte sven sval
llama lloyd humbl rwanda lhasa hmong hsi hsu xanth xanax xanad
""".split()
AN_STEMS = """
udder udon uber uzbek uzi ulan uppsala unidentif unideal unidiom unillum unimpl unimport uniss unitem umami
urdu euler ewok onerous onerror onload onclick onchange onsubmit onend onenter oneiric ono onl onr ons
mbed mkv umlaut unimag oneal oneil oneida oney oneok yggdrasil yves yvette yvonne ypres xbox xcode xorg xfce xarray xattr xapi xauth xargs xinetd
""".split()

# Initialisms that are said as words, so that the article goes by their first sound.
SAID_AS_WORDS = """
FAAN FAANG FAAS FAB FADEC FAIR FAN FANG FARC FASB FASTA FASTQ FAT FATCA FAX FED FEMA FERC FERPA FET FHIR FICA FIDO FIEMAP FIFA
FIFO FIG FINCEN FINRA FIPS FIRE FISA FISMA FIX FIXME FLAC FLEX FLIR FLOP FLOPS FLOSS FOG FOMO FORTH FORTRAN FOSS FRAM FRAND
FRED FUBAR FUD FUSE FUTA
HAL HALO HAML HASP HAT HAZMAT HAZOP HEAD HEDIS HEIF HELM HELOC HEPA HEX HIIT HIMSS HIP HIPAA HIPS HIT HITECH HITRUST HOCON
HOP HOWTO HUB HUD HUMINT HUP
LAB LAG LAMBDA LAMMPS LAMP LAN LANG LAPACK LASER LASIK LATEX LAX LEED LESS LEX LEXIS LIB LIBOR LIDAR LIFO LIGO LIHEAP LIMS LIN LINQ
LINT LISA LISP LIT LOFAR LOINC LOLER LORAN LOTO LUA LUFS LUG LUN LUT LUX
MAAS MAC MACD MAD MAG MAGA MAMP MAMR MAN MANET MAP MAPE MAPI MARC MASER MASH MAT MAX MEAN MECE MED MEDDIC MEDDPICC MEDLINE MEG MELD
MEM MEMS MENA MERCOSUR MERN MESH METAR MEX MIC MIDAS MIDI MIDX MIFARE MIG MIL MIM MIME MIMO MIN MIPI MIPS MIRV MISP MISRA MIST
MITRE MOB MOBA MOD MODEM MODIS MOMA MONAI MOOC MOSCOW MOSFET MOTU MUD MULTICS MUN MUX
NACHA NAD NADRA NAFTA NAICS NAN NAND NAP NAS NASA NASCAR NASDAQ NASM NASPO NAT NATA NATO NATS NAV NEBOSH NEET NEG NEMA NEO NEPA NERC
NET NETCONF NEXRAD NIB NIC NICE NICU NIF NIFI NIL NIMBY NIOSH NIST NOAA NOC NOFORN NOMAD NONCE NON NOOP NOP NOR NORAD NOT NOX NUC NUKE NUL
NULL NUMA NUT NUTS NUX
RAAS RACF RACI RAD RADAR RADIUS RAFT RAG RAID RAKE RAM RAML RAN RAND RAPID RAPTOR RASP RAT RAW REACH README RED REF REG REGEX
REGEXP REIT REL RELRO REM REP REPL REQ RESP REST RESTFUL RETR REV REX REXX RIB RICE RICO RIM RINEX RIPE RISC RISE ROFL ROM ROS ROSCA
ROT ROUGE ROW ROX RUM RUN
SAAS SABRE SAGA SAGE SALT SAM SAMBA SAML SAN SANE SANS SARIF SARS SASE SASL SASS SAST SATA SATCOM SAVE SAX SCADA SCAP SCART SCIM
SCORM SCOTUS SCRUM SCSI SCUBA SEAL SECAM SECDEF SED SEPA SEQ SERDES SERP SET SETI SHACL SHAP SHIELD SIEVE SIG SIGINT SIM SIMD SIMM
SIP SIPOC SIPRNET SKOS SLAM SLIM SLIP SLURM SMART SNAFU SNAP SNOBOL SNOMED SOAP SOAR SOC SOCKS SOCOM SODIMM SOHO SOLAS SOLID SONAR SONET SOPA
SOX SPAC SPAM SPAN SPARC SPARQL SPDY SPICE SPIFFE SPIRE SPOF SQUID STAC STAMP STAR STEAM STEM STIG STIR STOMP STONITH STUN SUB SUM SUS SUMO
SUNY SUSE SVELTE SWAG SWAT SWIFT SWIG SWOT SYN SYS SYSLOG
UART UEFA UEFI ULID UNESCO UNICEF UNIFI UNIVAC UNIX FOO SEGV NIX SOTA UNDO UNSET UNZIP UNDEF UNMUTE UPSERT USAID USENET USENIX
XEN XENIX XEON XIB XUL
""".split()

# Initialisms that are spelled out although they look like a word, or are one; in lower case too.
SPELLED_OUT = """
ESQL EWMA FBI FDIC FOUO FPGA FYI HIV HMAC HR HTTPS HVAC LACP LDAP LGBT LGBTQ LGBTQIA LIRR LLC LSAT LTSP MASM MBA MBOX MCAT MFA MNIST MOTD
MOU MPEG MPI MRI MSDOS MSI MSRP MTA NAACP NAIC NBA NCAA NDA NEC NFL NFT NGO NIAID NIEHS NIH NIMH NPAPI NRA NSAID NSAPI
NVIDIA NVME NYC NYSE NYU RAF RBAC RCA RDBMS RFID RIAA ROI RPO RSI RSVP RTO SAIC SBOM SCTP SDLC SEIU SELINUX SEO
SLA SLI SLO SMTP SOS SPDX SRAM SRE SSID SSO SUV UAC UAE UAT UBSAN UCI UCLA UFO UMA UUCP XID XAI XOF
""".split()

# The same, but in lower case they are, or begin, other words.
SPELLED_IN_CAPITALS = """
EU EUC EUV FA FAA FAPI FEC FIM FOV HA HAE HAI HAP HAPI HEP HI HID HO HOA HOD HOV LA LAI LEA LED LO LOE LOI LOR LOS MA MAM MEC MEP MES MI
MIA MIS MIT MO MOE MOI MOQ MOT MPH MUA MUI MU NA NAPI NI NIS NOI NU RA RE REI RIA RIAS RII RO ROA ROE ROK ROV RUP SA SAC SAE SEC SEI SEP SES SI
SIC SOE SOI SOP SOR SUD UPS US
""".split()

# Said in two ways ("a SQL"/"an SQL"), so neither article is wrong.
SAID_BOTH_WAYS = """
HAR FOIA LOB MIB RAR ROC FOB LOD NER SUT MAU
EULA EUR FAQ FAQS FIN FNMA HATEOAS HEIC HER HIDS HIC HOTP HUI LEO LIC LOA LOC LOL LORA LUKS MICR MIR MITM MOC MOS MOV MSGPACK MUC NAC
NAPTR NEI NES NGINX NIDS NIO NUS RAC RAII RAS RHEL RIC RIF RIP RIS ROCE ROHS ROTC SAP SAR SAS SAT SEM SEV SHA SICP SID SIEM SIL SIT SKU
SLES SLSA SME SMES SNES SO SOA SOD SOL SOW SPA SQL SQLITE STD SUID SWE SWF UP UPN URN USO XAMPP XOR XOXO MAR
HMM HRS HZ LBS MB MHZ MM MSG SHH SRV SVC SQRT
""".split()

# Short for a word that is read in full, or not: "a str". In capitals they are initialisms as any.
SHORT_FORMS = "FD FMT FN FS FT FWD HDR HG LB LVL MD MFG MG MGMT MGR MKT MS MT MTG MW NM RD SH SRC ST STMT STR".split()

HEADER = """#include "prose/lexicon_tables.h"

// Generated by scripts/make-lexicon.py from CMUdict and SCOWL (see NOTICE); do not edit.

namespace rubric {
"""


def read_cmudict(path):
    """Word -> set of 'a' / 'an' over its pronunciations."""
    sounds = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        word, _, phones = line.partition(" ")
        word = re.sub(r"\(\d+\)$", "", word)
        if not word.isalpha() or not word.isascii():
            continue
        first = phones.split()[0]
        sounds.setdefault(word, set()).add("an" if first in VOWEL_SOUNDS else "a")
    return sounds


def read_scowl(folder, lists, largest):
    words = set()
    for path in folder.iterdir():
        name, _, size = path.name.rpartition(".")
        if name in lists and int(size) <= largest:
            for word in path.read_text(encoding="latin-1").split():
                if word.isalpha() and word.isascii() and word[1:].islower() and re.search("[aeiouy]", word.lower()):
                    words.add(word)
    return words


def spelling_article(word):
    return "an" if word[0] in "aeiou" else "a"


def known_articles(sounds, words):
    """The words whose first sound is known, with their article."""
    known = {}
    for word in words:
        heard = sounds.get(word.lower(), set())
        if len(heard) == 1:
            known[word.lower()] = next(iter(heard))
        elif heard and word.startswith("h") and len(word) > 3:  # elsewhere a second sound is a slip of CMUdict
            known[word] = "either"
    # "unitemized" is "un" + "itemized", unlike "united": both sides belong in the table.
    lower = {word for word in words if word.islower()}
    for word in lower:
        if re.match("un(i(?!on)|a)", word) and word not in known and len(word) > 6 and word[2:] in lower:
            known[word] = "an"
    for word in list(known):
        for stems, article in ((EITHER_STEMS, "either"), (A_STEMS, "a"), (AN_STEMS, "an")):
            if any(word.startswith(stem) for stem in stems) and not (word.startswith("herb") and known[word] == "a"):
                known[word] = article
    for stems, article in ((EITHER_STEMS, "either"), (A_STEMS, "a"), (AN_STEMS, "an")):
        for stem in stems:
            known[stem] = article
    return known


def shortest_stems(known):
    """The fewest stems that give every known word its article when the longest matching stem decides and the
    spelling rule where none matches."""
    articles = ("a", "an", "either")
    tree = {}
    for word, article in known.items():
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node["$"] = article

    def cost(node, depth):
        """Article inherited -> number of stems needed below and at this node, and the article set here."""
        children = {letter: cost(child, depth + 1) for letter, child in node.items() if letter != "$"}
        own = node.get("$")
        below = {}
        for article in articles:
            below[article] = sum(child["best"][article][0] for child in children.values())
            if own is not None and own != article:
                below[article] = float("inf")
        best = {}
        for inherited in articles:
            choices = [(below[inherited], None)]
            if depth > 1:  # a lone letter keeps the spelling rule
                choices += [(below[a] + 1, a) for a in articles if a != inherited]
            best[inherited] = min(choices, key=lambda choice: choice[0])
        return {"best": best, "children": children}

    stems = {}

    def collect(result, prefix, inherited):
        chosen = result["best"][inherited][1]
        if chosen is not None:
            stems[prefix] = chosen
            inherited = chosen
        for letter, child in result["children"].items():
            collect(child, prefix + letter, inherited)

    for letter, node in tree.items():
        collect(cost(node, 1), letter, spelling_article(letter))
    return stems


def pack(word):
    """Up to eight letters as one number, the first letter highest, so that numbers sort as words do."""
    return int.from_bytes(word.encode().ljust(8, b"\0"), "big")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path("/"))
    root = arguments.parse_args().root / "usr/share"
    sounds = read_cmudict(root / "pocketsphinx/model/en-us/cmudict-en-us.dict")
    scowl = root / "dict/scowl"
    lower_lists = {"english-words", "american-words", "british-words", "british_z-words"}
    upper_lists = {"english-upper", "american-upper", "english-proper-names"}
    words = read_scowl(scowl, lower_lists, 60) | read_scowl(scowl, upper_lists, 50)
    words |= {word for word in read_scowl(scowl, lower_lists, 80) if re.match("un[ai]", word)}
    stems = shortest_stems(known_articles(sounds, words))

    # Only letters whose name and sound want different articles need a list of words.
    # Short ones are likelier to be initialisms that happen to look like a rare word.
    ordinary = {
        word
        for most, size in ((3, 20), (7, 40))
        for word in read_scowl(scowl, lower_lists, size)
        if 2 <= len(word) <= most and word.islower() and word[0] in "fhlmnrsxu"
    }
    spoken = {word: ("word", "unlisted") for word in SAID_AS_WORDS}
    spoken.update({word: ("spelled", "spelled") for word in SPELLED_OUT})
    spoken.update({word: ("spelled", "unlisted") for word in SPELLED_IN_CAPITALS})
    spoken.update({word: ("either", "either") for word in SAID_BOTH_WAYS})
    spoken.update({word: ("unlisted", "either") for word in SHORT_FORMS})

    out = [HEADER]
    out.append("const SoundStem sound_stems[] = {")
    out += [f'    {{"{stem}", Article::{stems[stem]}}},' for stem in sorted(stems)]
    out.append("};\nconst size_t sound_stem_count = std::size(sound_stems);\n")
    out.append("const SpokenInitialism spoken_initialisms[] = {")
    out += [f'    {{"{word}", Spoken::{spoken[word][0]}, Spoken::{spoken[word][1]}}},' for word in sorted(spoken)]
    out.append("};\nconst size_t spoken_initialism_count = std::size(spoken_initialisms);\n")
    packed = [f"{pack(word):#x}," for word in sorted(ordinary)]
    out.append("// clang-format off\nconst uint64_t ordinary_words[] = {")
    out += ["    " + " ".join(packed[i : i + 5]) for i in range(0, len(packed), 5)]
    out.append("};\n// clang-format on\nconst size_t ordinary_word_count = std::size(ordinary_words);\n\n}  // namespace rubric\n")
    target = pathlib.Path(__file__).resolve().parent.parent / "src/prose/lexicon_tables.cpp"
    target.write_text("\n".join(out))
    subprocess.run(["clang-format", "-i", str(target)], check=True)
    print(write_parts_of_speech(root, read_scowl, lower_lists, target.with_name("part_of_speech_tables.cpp")), file=sys.stderr)
    print(f"{len(stems)} stems, {len(spoken)} initialisms, {len(ordinary)} ordinary words", file=sys.stderr)


if __name__ == "__main__":
    main()
