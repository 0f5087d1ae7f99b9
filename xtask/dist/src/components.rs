//! What is in the programs and the page: every crate with its version, licence and digest.

use crate::Fault;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is handed out; everything that these need is in it.
const ROOTS: [&str; 3] = ["thethuc", "thethuc-windows", "thethuc-web"];
/// The system whose dependencies count.
const PLATFORM: &str = "x86_64-pc-windows-gnu";

/// A crate.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an expression of SPDX.
    pub licence: String,
    /// Where its source is kept, if it says so.
    pub repository: Option<String>,
    /// SHA-256 of its package; none for our own.
    pub digest: Option<String>,
    /// The crates that it needs, by name and version.
    pub needs: Vec<(String, String)>,
    /// The folder of its source.
    pub folder: PathBuf,
}

impl Component {
    /// Whether it is part of this repository.
    pub const fn is_own(&self) -> bool {
        self.digest.is_none()
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

/// All crates that what is handed out needs when it runs, by name and version.
///
/// # Errors
/// Cargo cannot tell them.
pub fn of(root: &Path) -> Result<Vec<Component>, Fault> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root).args([
        "metadata",
        "--locked",
        "--format-version",
        "1",
        "--filter-platform",
        PLATFORM,
    ]);
    let output = cargo.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let digests = digests(&fs::read_to_string(root.join("Cargo.lock"))?);
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|own| (own.id.as_str(), own)).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|own| (own.id.as_str(), own)).collect();
    let mut open: Vec<&str> = metadata
        .packages
        .iter()
        .filter(|own| ROOTS.contains(&own.name.as_str()))
        .map(|own| own.id.as_str())
        .collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    while let Some(id) = open.pop() {
        let (Some(package), Some(node)) = (packages.get(id), nodes.get(id)) else { continue };
        if !seen.insert(id) {
            continue;
        }
        let needed: Vec<&str> =
            node.deps.iter().filter(|own| own.is_needed()).map(|own| own.pkg.as_str()).collect();
        let needs = needed.iter().filter_map(|id| packages.get(id)).map(|own| own.key()).collect();
        open.extend(needed);
        all.push(package.component(needs, &digests));
    }
    all.sort_by(|left, right| (&left.name, &left.version).cmp(&(&right.name, &right.version)));
    Ok(all)
}

impl Dependency {
    /// Whether it is needed to run; what builds and tests need is in no program.
    fn is_needed(&self) -> bool {
        self.dep_kinds.iter().any(|own| own.kind.is_none())
    }
}

impl Package {
    fn key(&self) -> (String, String) {
        (self.name.clone(), self.version.clone())
    }

    fn component(
        &self,
        needs: Vec<(String, String)>,
        digests: &BTreeMap<(String, String), String>,
    ) -> Component {
        Component {
            name: self.name.clone(),
            version: self.version.clone(),
            // An older way to write “or”.
            licence: self.license.clone().unwrap_or_default().replace('/', " OR "),
            repository: self.repository.clone(),
            digest: digests.get(&self.key()).cloned(),
            needs,
            folder: self.manifest_path.parent().map(Path::to_owned).unwrap_or_default(),
        }
    }
}

/// The digests of packages that a lock file holds.
fn digests(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |line: &str, key: &str| {
        let own = line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?;
        Some(own.to_owned())
    };
    let mut all = BTreeMap::new();
    for block in lock.split("[[package]]") {
        let find = |key: &str| block.lines().find_map(|line| value(line, key));
        if let (Some(name), Some(version), Some(digest)) = (find("name"), find("version"), find("checksum")) {
            all.insert((name, version), digest);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_belong_to_versions() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        let all = digests(lock);
        assert_eq!(all.get(&("a".to_owned(), "1.0.0".to_owned())).map(String::as_str), Some("ab"));
        assert_eq!(all.len(), 1);
    }
}
